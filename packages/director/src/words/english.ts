import type { CameraMove, LayerEffect } from '@animatic/schema';

/** How English says it. Another language is another table of this form. */
export const english = {
  camera: [
    [
      /\b(?:push(?:es|ing)?|zoom(?:s|ing)?|move[sd]?|moving|dolly|dollies|ease[sd]?|close[sd]?|go(?:es)?|drift[s]?|creep[s]?)(?: \w+ly)? (?:in|into|closer)\b|\b(?:zoom|focus|close[- ]?up|centre|center|land|end|look|home in|hone in)(?:s|es)?(?: \w+ly)? (?:on|onto|at|to|towards?)\b|\bclose[- ]?up\b|\bcloser\b|\b(?:push|dolly|travel|fly)(?:s|es)?(?: \w+ly)? (?:to|towards?|onto)\b/,
      'push-in',
    ],
    [
      /\b(?:pull(?:s|ing)?|zoom(?:s|ing)?|dolly|dollies|move[s]?|step[s]?|back)(?: \w+ly)? (?:out|back|away)\b|\breveal the (?:whole|entire|full) (?:screen|page|frame|picture|thing)\b|\bshow the (?:whole|entire|full) (?:screen|page|frame|picture)\b|\bwiden\b/,
      'pull-out',
    ],
    [
      /\b(?:pan|scroll|travel|move|drift|slide|track|glide|tilt|swipe)(?:s|es|ning|ing)?(?: the camera| the page| the view)?(?: \w+ly)?(?: to(?: the)?| from (?:the )?right to(?: the)?)? left(?:wards?)?\b/,
      'pan-left',
    ],
    [
      /\b(?:pan|scroll|travel|move|drift|slide|track|glide|tilt|swipe)(?:s|es|ning|ing)?(?: the camera| the page| the view)?(?: \w+ly)?(?: to(?: the)?| from (?:the )?left to(?: the)?)? right(?:wards?)?\b|\bpan(?:s|ning)?(?: \w+ly)? (?:across|over|along|through)\b/,
      'pan-right',
    ],
    [
      /\b(?:pan|scroll|travel|move|drift|track|glide|tilt)(?:s|es|ning|ing)?(?: the camera| the page| the view)?(?: \w+ly)? (?:back )?(?:to the top|up(?:wards?)?)\b/,
      'pan-up',
    ],
    [
      /\b(?:pan|scroll|travel|move|drift|track|glide|tilt)(?:s|es|ning|ing)?(?: the camera| the page| the view| the list)?(?: \w+ly)?(?: all the way)? (?:down(?:wards?)?|through the page|to the (?:bottom|end|footer))\b|\bscroll(?:s|ing)?(?: \w+ly)? (?:through|the page|the list)\b|\bscroll\b/,
      'pan-down',
    ],
    [
      /\b(?:hold|rest|stay|linger|freeze)(?:s|es)?\b|\b(?:static|locked[- ]off|stand(?:s)? still|keep(?:s)? still|stay(?:s)? still|wait)\b/,
      'hold',
    ],
  ] satisfies Array<[RegExp, CameraMove]>,

  effects: [
    [
      /\b(?:rise[s]?|rising|come(?:s)? up|float(?:s)?(?: in| up)?|lift(?:s)?(?: in| up)?|slide(?:s)? (?:in|up)|move(?:s)? up|grow(?:s)? up|emerge[s]?)\b/,
      'rise',
    ],
    [
      /\b(?:fade[s]?(?: in)?|fading(?: in)?|appear(?:s)?|dissolve(?:s)? in|show(?:s)? up|come(?:s)? in|enter(?:s)?|turn(?:s)? up|materiali[sz]e[s]?|reveal(?:s|ed)?|bring in|introduce[s]?|show)\b/,
      'fade',
    ],
  ] satisfies Array<[RegExp, LayerEffect]>,

  /** What the engine cannot do yet, and its nearest. */
  standIns: [
    [
      /\b(?:pop(?:s|ping)?(?: in| up)?|bounce[s]?(?: in)?|spring(?:s)?(?: in)?|scale[s]?(?: in| up)?|grow(?:s)?|drop(?:s)?(?: in)?|fly in|flies in|jump(?:s)?(?: in)?|build(?:s)?(?: up)?|stack(?:s)?(?: up)?)\b/,
      'rise',
    ],
    [
      /\b(?:blur(?:s)? in|wipe[s]?(?: in)?|type[s]?(?: on| in| out)?|draw(?:s)?(?: on| in)?|count(?:s)? up|pulse[s]?|highlight(?:s|ed)?|glow(?:s)?|unfold(?:s)?|write[s]?(?: on)?)\b/,
      'fade',
    ],
  ] satisfies Array<[RegExp, LayerEffect]>,

  oneByOne:
    /\b(?:one (?:by|after) (?:one|another|the other)|in (?:turn|sequence|order)|stagger(?:ed|ing)?|each|in a cascade|cascading|row by row)\b/,
  together: /\b(?:together|at once|at the same time|simultaneously|all at once)\b/,
  slow: /\b(?:slow(?:ly)?|gentl[ey]|gently|calm(?:ly)?|soft(?:ly)?|subtl[ey]|subtly|slight(?:ly)?|a (?:bit|little|touch)|quiet(?:ly)?|graceful(?:ly)?|premium|elegant(?:ly)?|barely)\b/,
  quick:
    /\b(?:quick(?:ly)?|fast|snappy|snappily|swift(?:ly)?|rapid(?:ly)?|energetic(?:ally)?|brisk(?:ly)?|punchy)\b/,
  strong: /\b(?:strong(?:ly)?|deep(?:ly)?|dramatic(?:ally)?|big|hard|tight(?:ly)?|a lot|extreme(?:ly)?)\b/,
  nothing:
    /\b(?:no (?:animation|motion|movement|moves?|effects?)|nothing (?:moves|happens|else)|do(?:n't| not) (?:animate|move)(?: anything)?$|without (?:animation|motion|movement)|completely still|as it is|just (?:hold|the still|show it))\b/,
  noCamera:
    /\b(?:no (?:camera|zoom|zooming|pan|panning|scroll|scrolling|push|pull)|do(?:n't| not) (?:zoom|pan|scroll|push|pull|move the camera)|without (?:zoom|zooming|panning|camera)|camera (?:stays|holds|rests))\b/,
  noLayers: /\b(?:do(?:n't| not) (?:animate|move|touch)|keep|leave|without moving)\b/,
  only: /\b(?:only|just|nothing but|nothing except)\b(.*?)(?:\b(?:moves?|animates?|comes?|appears?|rises?|fades?|enters?)\b|$)/,
  except:
    /\b(?:everything|all|all layers|every layer)\b.*?\b(?:except|but|apart from|besides|other than|save)\b(?: for)?(.*)$/,
  seconds:
    /\b(?:for |lasts? |during )?(?:about |around )?(\d+(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten) ?(?:s|secs?|seconds?)\b/,
  numbers: {
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
  } as Record<string, number>,
  dontRush: /\b(?:do(?:n't| not) rush|take (?:your|its) time|no rush|no hurry)\b/,
  beat: /\b(?:(?:wait|hold|pause|rest)(?: for)? a (?:beat|moment|second)|a (?:beat|moment|pause))\b/,

  everything:
    /^(?:everything|all|all of it|all (?:the )?(?:layers|elements|things|parts)|(?:the )?(?:layers|elements|content|contents|screen|page|parts|ui|interface))$/,
  whole:
    /^(?:it|this|screen|page|frame|picture|image|centre|center|middle|whole (?:screen|page|frame)|camera)$/,
  families:
    /^(?:cards?|items?|rows?|list(?: items?| entries| rows?)?|results?|tiles?|products?|entries|bars?|columns?|cells?|options?|steps?|days?|things|buttons|icons|numbers|stats|metrics|kpis?|figures|thumbnails|images|photos|pictures|messages|lines|plans|features|squares?|boxes|keys|swatches|avatars)$/,
  roles: [
    [/^(?:main |big )?(?:headline|heading|title|header text)$/, 'headline'],
    [
      /^(?:main )?(?:hero|hero image|photo|picture|image|illustration|product|product (?:image|photo|shot)|visual|artwork)$/,
      'hero',
    ],
    [/^(?:(?:primary|main) )?(?:button|cta|call to action|action)$/, 'action'],
    [/^(?:logo|brand|wordmark|logotype)$/, 'logo'],
    [/^(?:chart|graph|plot|diagram)$/, 'chart'],
    [/^(?:total|price|sum|amount|grand total|total (?:price|amount|sum))$/, 'total'],
    [/^(?:nav|navigation|tab bar|menu|sidebar|navbar)$/, 'navigation'],
    [/^(?:search|search (?:bar|field|box))$/, 'search'],
  ] as const,

  /** Words that carry no thing and no deed. */
  filler: new Set(
    'a an the this that these those it its is are be of in on at to into onto from with for by as and or so very really quite just then first last once now there here up down out over across through toward towards around camera view frame shot screen page please should would can could we i you our my let lets make makes keep keeps have has do does while when after before until again back more less some all each every one two three onto smooth smoothly nicely nice start starts starting begin begins end ends ending finish way same time moment beat little bit start-to-finish slow slowly gentle gently soft softly quick quickly fast move moves moving motion animate animates animation'.split(
      ' ',
    ),
  ),
};
export type Language = typeof english;
