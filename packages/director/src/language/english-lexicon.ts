import type { LayerEffect } from '@animatic/schema';
import type { EffectWord, Lexeme } from './language.ts';

type Entry = readonly [Lexeme, string];

const comes = (effect: LayerEffect, words: string, more: Partial<EffectWord> = {}): Entry => [
  { is: 'effect', effect, ...more },
  words,
];
const goes = (effect: LayerEffect, words: string): Entry => [{ is: 'effect', effect, phase: 'leave' }, words];
const layer = (effect: LayerEffect, more: Partial<EffectWord> = {}): EffectWord => ({
  is: 'effect',
  effect,
  ...more,
});

const camera: Entry[] = [
  [
    { is: 'camera', move: 'go', loose: true, layer: layer('slide', { weak: true }) },
    'ease|pull|jump|crawl|inch|creep|sneak|edge|nudge|sweep|roam|wander|meander|swoop|plunge|race|rush|dash|shoot|zip|whip|walk|stroll|cruise|sail|hover|steer|ride|slip|head|journey|make our way|find our way|take|take us|take me|take the viewer|bring us|bring me|bring the viewer|carry us|lead us|lead the viewer|guide us|guide the viewer|get|whoosh|lean|veer|bounce over',
  ],
  [{ is: 'camera', move: 'push-in', layer: layer('rise', { weak: true }) }, 'get in'],
  [
    { is: 'camera', move: 'push-in' },
    'in on|frame the|tight in on|get in on|get in tight|get in tight on|get in close on|closer look at|a closer look at|take a closer look at|have a closer look at|come in on|go in on|move in on|settle in on|drift in on|close on|tight on|zoom right into|zoom way in|zoom all the way in',
  ],
  [
    { is: 'camera', move: 'push-in' },
    'ease into|ease onto|zoom onto|push onto|settle into|slide into|get into|creep into|glide into|drift into|push in|pushin|push into|push in on|zoom in|zoomin|zoom into|zoom closer|zoom right in|get closer|move closer|come closer|go closer|go in|creep in|creep up|inch in|inch closer|lean in|dive in|dive into|punch in|close in|home in|zero in|dolly in|truck in|track in|step in|snap in|crash zoom|closeup|close up|close up shot|close up view|tighten|tighten up|tight shot|push toward|push towards|move toward|move towards|drift toward|drift towards|creep toward|creep towards|ease toward|ease towards|glide toward|glide towards|go toward|go towards|focus|focus in|concentrate|hone in|center|centre|look at|look closely|magnify|bring us closer|take us closer|bring us to|ken burns|get close|go close|come close|move up close|get up close|ease closer|drift closer|drift in|push close|push closer|feature|show off|get in close|pushes in|bring closer|go tight|come in close|move in close|move in tight|go in close|push up|push at',
  ],
  [{ is: 'camera', move: 'push-in', loose: true, layer: layer('slide') }, 'push'],
  [{ is: 'camera', move: 'push-in', loose: true }, 'zoom|approach|ease in on|enlarge the view'],
  [
    { is: 'camera', move: 'push-in', layer: layer('slide') },
    'move in|fly in|glide in|sail in|fly into|swoop in',
  ],
  [{ is: 'camera', move: 'push-in', layer: layer('fade') }, 'ease in'],
  [{ is: 'camera', move: 'push-in', layer: layer('draw') }, 'draw in'],
  [{ is: 'camera', move: 'push-in', shows: true, layer: layer('fade', { weak: true }) }, 'show|see'],
  [
    { is: 'camera', move: 'pull-out' },
    'end wide|finish wide|end on a wide|end zoomed out|end fully zoomed out|finish zoomed out|pull out|pullout|pull back|pullback|zoom out|zoomout|zoom back|zoom back out|zoom way out|move back|move back out|go back out|back out|back off|step back|dolly out|dolly back|truck out|widen|widen out|open up to|pull away|move away|go wide|drift out|drift back|ease back|back away|come back out|get wide|creep out|creep back|pull wide|pull out wide|zoom away',
  ],
  [
    { is: 'camera', move: 'pull-out', layer: layer('slide', { phase: 'leave' }) },
    'move out|fly out|fly back|glide out',
  ],
  [
    { is: 'camera', move: 'back' },
    'come back|go back|return|back|travel back|head back|glide back|fly back to|and back|back again|way back|back to',
  ],
  [
    { is: 'camera', move: 'pan' },
    'pan|track|truck|scan|pan over|pan the camera|move the camera|slide the camera|swing|swing the camera|camera slide|camera move|camera glide|whip pan|swish pan|panning shot|tracking shot',
  ],
  [
    { is: 'camera', move: 'tilt-up' },
    'tilt up|pan up|crane up|boom up|pedestal up|look up|track up|sweep up|move the camera up|camera up|glide up',
  ],
  [
    { is: 'camera', move: 'tilt-down' },
    'tilt down|pan down|crane down|boom down|pedestal down|look down|track down|sweep down|move down|move the camera down|glide down|travel down|tilt',
  ],
  [
    { is: 'camera', move: 'dolly' },
    'dolly|dolly to|dolly over|glide to|glide over|travel|travel to|travel over|fly over|fly to|go to|go over|go over to|go on to|move to|move over|move over to|move on to|move across to|jump to|head to|head over|shift to|shift over|slide over to|swing over|swing over to|swing to|visit|make its way|make our way|continue to|drift over|drift to|wander to|wander over|jump over|hop to|hop over|hop|settle to|pan over to|go from|move from|travel from|glide from|fly from|go down to|go up to|move down to|move up to|glide down to|travel down to|float over|float to|cut over|cruise to|cruise over|ease over|ease over to',
  ],
  [{ is: 'camera', move: 'dolly', layer: layer('slide') }, 'glide|cruise|fly|float over to'],
  [
    { is: 'camera', move: 'drift' },
    'drift|slow drift|slight drift|float around|breathe a little|gentle drift|subtle drift|ambient drift|drift slightly|drift a little',
  ],
  [
    { is: 'camera', move: 'start' },
    'start on|begin on|open on|start at|begin at|start from|begin from|start tight on|start close on|start close|start tight|start close up|open close on|open tight on|open tight|open close|start zoomed in|start zoomed in on|begin close on|begin close|begin tight|open from|start in on|start with a close up|open with a close up|begin with a close up|start wide|open wide|begin wide|start zoomed out|opening on|starting on|starting from|starting at|start off on|start focused on|start out on',
  ],
  [
    { is: 'camera', move: 'end' },
    'end on|finish on|land on|settle on|come to rest on|end up on|stop on|end at|finish at|settle at|land at|ending on|finish tight on|end tight on|finish close on|end close on|arrive at|come to rest|settle down on|rest on|end close up on',
  ],
];

const resting: Entry[] = [
  [
    { is: 'rest' },
    'hold|hold on|hold there|hold it|hold the frame|hold the shot|hold the camera|hold frame|hold shot|wait|wait there|pause|pause there|rest|rest there|rest on|linger|linger on|linger there|stay there|stay here|stay on|stay with|sit on|sit there|dwell|dwell on|hang|hang on|hang there|stop|stop there|beat|a beat|let it sit|let it rest|for a moment|moment|wait a moment|wait for a moment|wait a beat|hold a beat|take a beat|let it hang|give it a moment|give it a beat|let that sit|let people read|let us read|let them read',
  ],
  [
    { is: 'still', about: 'all' },
    'do nothing|leave it|leave it alone|leave it as it is|leave it as is|leave as is|leave everything|leave this one|no frills',
  ],
  [
    { is: 'still', about: 'camera' },
    'lock off|locked off|locked|lock the camera|lock off the camera|static camera|static shot|static frame|fixed camera|camera locked|camera lock|steady camera|camera stay|tripod|tripod shot|camera hold|camera rest|camera steady|camera still|camera static|hold the camera still|still camera|lock it|lock the shot|lock it off|keep the camera|keep the frame',
  ],
  [
    { is: 'still' },
    'still|pinned|sticky|anchored|static|put|steady|frozen|freeze|fixed|motionless|unchanged|as it is|as is|as they are|stationary|in place|untouched|alone',
  ],
  [{ is: 'still', keep: true }, 'keep|stay|stand|remain|leave'],
  [
    { is: 'motion', about: 'camera' },
    'camera movement|camera motion|camera animation|zoom|zooming|pan|panning|camera move|camera work|camera|movement of the camera|move the camera|camera moves|zoom in',
  ],
  [{ is: 'motion' }, 'move|animate|change|happen|shift|budge|touch'],
  [
    { is: 'motion', about: 'all' },
    'animation|motion|movement|effect|moving|animating|transition|fancy stuff|fuss|animations|effects',
  ],
];

const enter: Entry[] = [
  comes(
    'rise',
    'follow|follow suit|come next|do the same|do likewise|join|join in|follow after|come along|follow behind|follow on',
    { weak: true, follows: true },
  ),
  comes(
    'fade',
    'fade in|fade up|fade on|dissolve in|materialize|materialise|emerge|come into view|become visible|ghost in|fade into view|melt in|phase in|fade softly in',
  ),
  comes('fade', 'fade|dissolve'),
  comes(
    'fade',
    'appear|show up|present|display|introduce|reveal|turn up|come on|unveil|be revealed|get revealed|light up',
    { weak: true },
  ),
  comes(
    'rise',
    'rise|rise up|rise in|come up|float up|float in|float|move up|lift|lift in|lift up|ease up|bubble up|raise|raise up|climb|climb in|come up from|bring up|bring in from below|surface|levitate|swim up|drift up|rising',
  ),
  comes(
    'rise',
    'come in|come|enter|arrive|animate|animate in|animate on|bring in|bring|bring on|build|build up|build in|build on|cascade|cascade in|stagger|stagger in|stack|stack in|stack up|pile in|pile up|assemble|load in|load|make an entrance|join|join in|file in|trickle in|make their entrance|make its entrance|roll out|go in|go up|land|open|open up|get opened',
    { weak: true },
  ),
  comes('rise', 'come alive|come to life|bring to life|bring alive', { weak: true, nature: true }),
  comes(
    'drop',
    'drop|drop in|drop down|fall|fall in|fall down|fall into place|come down|descend|rain down|rain in|tumble in|tumble down|tumble|plop in|drop into place|drop from above|fall from above',
  ),
  comes(
    'slide',
    'slide|swipe|toss in|throw in|fling in|whisk in|flick in|toss|fling|whisk|flick|slide in|slide on|slide across|sweep in|shoot in|whoosh in|roll in|swipe in|zip in|swing in|skate in|whip in|dart in|sail on|slide into place|slide into view|glide into place',
  ),
  comes('slide', 'slide up|slide up from below|slide in from below', { from: 'down' }),
  comes('slide', 'slide down|slide in from above', { from: 'up' }),
  comes(
    'pop',
    'pop|pop in|pop up|pop on|bounce in|spring in|spring up|spring|jump in|jump up|boing|pop out of nowhere|burst in|pop into view|pop into place|bubble in',
  ),
  comes(
    'scale',
    'scale|scale in|scale up|grow in|enlarge|expand|get bigger|blow up|zoom up|swell up|scale from|scale into view|get larger|size up|balloon',
  ),
  comes(
    'wipe',
    'wipe|wipe in|wipe on|wipe across|wipe up|wipe over|wipe reveal|get wiped in|sweep on|wipe into view',
  ),
  comes(
    'blur',
    'blur|blur in|come into focus|sharpen|unblur|defocus in|blur into focus|sharpen up|get sharp|pull into focus|from blurry to sharp|blurry',
  ),
  comes(
    'mask',
    'mask|mask in|mask reveal|masked reveal|uncover|unmask|unroll|unfold|curtain|reveal from behind|masked|reveal with a mask|reveal by a mask|curtain reveal|clip in',
  ),
  comes(
    'type',
    'type|type on|type in|type out|typewriter|write|write on|write out|get typed|be typed|letter by letter|character by character|typewriter effect|type itself|write itself|type itself out|typewrite',
  ),
  comes(
    'words',
    'word by word|word for word|one word at a time|a word at a time|word after word|each word|words one by one',
  ),
  comes(
    'grow',
    'grow|grow out of its baseline|grow out of the baseline|grow out of their baseline|grow from its baseline|grow from their baseline|grow up|grow from the bottom|grow from the baseline|grow from below|shoot up|stretch|extend|grow from zero|stretch up|grow tall|rise from the baseline|rise from zero|rise from the axis|grow upwards|grow upward|grow out',
  ),
  comes(
    'draw',
    'draw|draw on|draw itself|draw itself in|draw out|draw themselves|trace|sketch|stroke|stroke in|be drawn|get drawn|plot|trace itself|trace out|draw across|sketch in|draw the line',
  ),
  comes(
    'fill',
    'fill|fill up|fill in|complete|charge|charge up|load up|close up like a ring|complete itself|fill itself',
  ),
  comes(
    'count',
    'count|count up|count to|tick|tick up|roll up|run up|spin up|increment|count from|count upwards|ticker|count in|count from zero|count up from zero|tick up from zero|odometer|climb from zero|roll up from zero|tally|tally up|tick upwards',
  ),
  [
    { is: 'effect', effect: 'pulse', phase: 'stay' },
    'pulse|scale up and down|grow and shrink|bounce|bounce up|bounce up and down|throb|pulsate|heartbeat|swell|throb gently|pulsing|give it a pulse|do a pulse|heart beat|bump|breathe in and out',
  ],
];

const leave: Entry[] = [
  goes(
    'fade',
    'fade out|fade away|fade off|disappear|vanish|dissolve out|dissolve away|melt away|fade to nothing|fade into nothing|dissolve into nothing',
  ),
  [
    { is: 'effect', effect: 'fade', phase: 'leave', weak: true },
    'leave|exit|go away|go|clear|clear out|remove|hide|dismiss|take away|take out|get out|animate out|close|get removed|go off|bow out|be gone|get rid of|bring out',
  ],
  goes(
    'rise',
    'rise out|float away|float off|drift away|drift off|rise away|fly away up|lift off|lift away|rise up and out',
  ),
  goes('drop', 'drop out|fall away|fall off|fall out|sink|sink away|drop away|drop off|sink down|sink out'),
  goes(
    'slide',
    'slide out|slide away|slide off|fly off|fly away|shoot out|whoosh out|move off|swipe away|swipe off|slide back out|sweep out|sweep away|swipe out|push out|push away|push off',
  ),
  goes('pop', 'pop out|pop away|pop off'),
  goes(
    'scale',
    'shrink|scale down|scale out|shrink away|shrink out|shrink to nothing|get smaller|shrink down|scale away|collapse',
  ),
  goes('wipe', 'wipe out|wipe away|wipe off|get wiped away'),
  goes('blur', 'blur out|blur away|go out of focus'),
  goes('mask', 'mask out|get covered|roll up again'),
];

const drawn: Entry[] = [
  [
    { is: 'overlay', effect: 'highlight' },
    "highlight|ring the|box the|circle|outline|point out|point at|point to|call out|draw attention|draw attention to|bring attention|bring attention to|call attention|call attention to|emphasise|emphasize|draw the eye|draw the eye to|draw the eyes|draw our eye|draw our eyes|draw our attention|underscore|put a ring around|draw a ring around|put a box around|draw a circle around|draw a box around|ring around|put a highlight on|put emphasis|accent|accentuate|make stand out|stand out|highlight ring|a highlight|draw your eye to|draw the viewer's eye|draw the viewer's eye to|draw the viewer's attention|draw the viewer's attention to|draw the viewers attention to|draw the viewers eye to|catch the eye|lead the eye to|guide the eye to|bring the eye to|bring focus",
  ],
  [
    { is: 'overlay', effect: 'dim' },
    'dim|into the background|to the background|fade into the background|recede|darken|spotlight|isolate|put in the spotlight|single out|grey out|gray out|put a spotlight|shine a light|shade|fade back|push back|put the spotlight|in the spotlight|dim down',
  ],
  [
    { is: 'overlay', effect: 'tap' },
    'tap|tap on|click|click on|pointer tap|pointer click|cursor click|press|press on|touch|touch on|finger tap|get tapped|get clicked|gets pressed|tap at|hit|thumb tap|clicks|mouse click|double tap|double click',
  ],
  [
    { is: 'scroll' },
    'scroll|read down|read through|read along|read on|go down the page|move down the page|travel down the page|work down the page|go through the page|scroll to|scroll through|scroll along|scroll over|swipe through|scroll on|scrolling|scroll until|scroll the page|scroll into view',
  ],
  [
    { is: 'scroll', to: 'end' },
    'scroll down|scroll to the bottom|scroll to the end|scroll all the way down|scroll all the way|scroll down the page|scroll to the very end|scroll through the whole page|scroll the whole page|swipe up|scroll to the foot|scroll down to the bottom|scroll all the way to the bottom|scroll down through',
  ],
  [
    { is: 'scroll', to: 'end', starts: true },
    'start at the bottom|start from the bottom|begin at the bottom|start at the end of the page|open at the bottom|start scrolled down',
  ],
  [
    { is: 'scroll', to: 'start' },
    'scroll up|scroll back|scroll back up|scroll to the top|scroll back to the top|scroll up to the top|back to the top|and back to the top|and back up to the top|and back up to the start|back up to the top|swipe down|scroll to the start|scroll back to the start',
  ],
];

const manner: Entry[] = [
  [
    { is: 'easing', easing: 'ease-out' },
    'ease out|easing out|with an ease out|eased out|decelerate|slow down at the end|slow to a stop',
  ],
  [{ is: 'easing', easing: 'ease-in' }, 'with an ease in|accelerate|speed up towards the end'],
  [
    { is: 'easing', easing: 'ease-in-and-out' },
    'ease in out|ease in and out|with easing|easing|eased|with an ease in and out|smooth easing|ease in ease out',
  ],
  [
    { is: 'easing', easing: 'linear' },
    'linear|linearly|at a constant speed|constant speed|at constant speed|steady pace|at a steady pace',
  ],
  [{ is: 'easing', easing: 'pop' }, 'with a spring|spring easing|with spring|spring physics'],
  [
    { is: 'cannot' },
    'cut|quick cut|hard cut|cut in|fade to|dissolve to|transition to|transition|wipe to|next screen|the next screen|next shot|the next shot|next frame|the next frame|orbit|orbit around|rotate|rotate around|spin|spin around|flip|twirl|roll the camera|rack focus|shift focus|pull focus|dutch angle|dutch tilt|barrel roll|shake|wobble|jiggle|wiggle|jitter|vibrate|shiver|explode|morph|glitch|flicker|parallax|tumble around|swirl|melt|burn|glow|sparkle|shimmer|shine|rain confetti|bend|warp|twist|tremble|dance|jump cut|time lapse|crossfade|cross fade|cut to|fade to black|fade to white|iris|whirl|pirouette|fly through|bullet time|drop a shadow|change colour|change color|recolor|recolour|play the video|play sound|light sweep',
  ],
  [{ is: 'repeat', times: 2 }, 'twice|two times|a couple of times|a couple times|two time'],
  [{ is: 'repeat', times: 3 }, 'thrice|three times|a few times|three time|several times|several time'],
  [{ is: 'repeat', times: 1 }, 'once only|just once|one time|only once|once'],
  [
    { is: 'pace', pace: 'slow' },
    "slow|slowly|slower|super slow|super slowly|slow motion|unhurried|unhurriedly|leisurely|take your time|take its time|take their time|take it slow|take it easy|don't rush|do not rush|don't rush it|don't hurry|no rush|not rushed|not too fast|not so fast|not fast|not quickly|not too quick|lazily|patient|patiently|gradual|gradually|in no hurry|without hurry|without rushing|not too quickly|at a slow pace|ever so slowly|nothing fast|nothing rushed|let it take its time|lingering|glacial",
  ],
  [
    { is: 'pace', pace: 'quick' },
    "quick|quickly|quicker|fast|faster|rapid|rapidly|snappy|snappily|swift|swiftly|energetic|energetically|brisk|briskly|hurry|speedy|punchy|don't drag|zippy|in a flash|at speed|not too slow|not slow|not slowly|not so slow|don't be slow|double time|lightning fast|speed up|at a quick pace|snap|no dawdling|don't dawdle",
  ],
  [
    { is: 'temper', temper: 'calm' },
    'calm|calmly|relaxed|peaceful|peacefully|serene|quiet|quietly|soothing|zen|tranquil|meditative|restful|laid back|understated|chill|mellow',
  ],
  [
    { is: 'temper', temper: 'playful' },
    'bouncy|playful|playfully|fun|springy|lively|cheerful|cheerfully|with a bounce|with some bounce|with bounce|a little bounce|a bit of bounce|some bounce|overshoot|with overshoot|elastic|cartoony|whimsical|joyful|jolly|spring to it|rubbery|happy',
  ],
  [
    { is: 'temper', temper: 'premium' },
    'premium|elegant|elegantly|luxurious|luxury|cinematic|classy|refined|sophisticated|high end|upscale|expensive|stylish|sleek|apple style|like apple|apple like|apple keynote|keynote|graceful|gracefully|polished|luxe|deluxe',
  ],
  [
    { is: 'temper', temper: 'crisp' },
    'crisp|crisply|clean|cleanly|sharp and clean|neat|neatly|no bounce|without bounce|not bouncy|no overshoot',
  ],
  [
    { is: 'strength', strength: 'slight' },
    'gentle|gently|soft|softly|subtle|subtly|slight|slightly|bit|a bit|a little bit|little|a little|tiny|tiny bit|a touch|smooth|smoothly|delicate|delicately|barely|barely noticeable|light|lightly|small|minimal|tad|a tad|just a touch|ever so slightly|hint of|not too much|a hair',
  ],
  [
    { is: 'strength', strength: 'strong' },
    'strong|strongly|dramatic|dramatically|big|hard|bold|boldly|far|deep|deeply|tight|tightly|way|all the way|full|extreme|really close|very close|huge|massive|heavy|right in|powerful|nice and close|super close|nice and tight',
  ],
  [
    { is: 'order', each: true },
    'one by one|one after another|one after the other|one after one|one at a time|in turn|in sequence|in order|sequentially|staggered|with a stagger|with stagger|a stagger|individually|successively|in succession|one then the next|each in turn|on each beat|on every beat|on the beat each|beat by beat|one per beat|one a beat|one each beat|to the beat|one on each beat|one at each beat|in a cascade|one and then the other|first to last|piece by piece|each one in turn|item by item|card by card|bar by bar|one behind the other|in a staggered way|in reading order|reading order|day by day|one following the other',
  ],
  [
    { is: 'order', by: 'rows', each: true },
    'row by row|by row|by rows|row after row|line by line|in rows|one row at a time|row wise|a row at a time|each row|per row',
  ],
  [
    { is: 'order', by: 'columns', each: true },
    'column by column|by column|by columns|column after column|in columns|one column at a time|column wise|a column at a time|per column',
  ],
  [
    { is: 'order', by: 'centre', each: true },
    'from the centre|from the center|from the middle|from centre|from center|from the inside out|inside out|centre out|center out|middle out|middle first|centre first|center first|outwards|outward|from the centre outwards|from the center outwards|from the centre out|from the center out|from the middle out|from the middle outwards|starting in the middle|starting from the middle|starting from the centre|starting from the center|starting with the middle one|starting at the center|starting at the centre|start in the middle|start from the middle',
  ],
  [
    { is: 'order', by: 'order', to: 'right' },
    'left to right|from left to right|starting on the left|starting from the left|starting left|starting at the left|beginning on the left',
  ],
  [
    { is: 'order', by: 'order', to: 'down' },
    'top to bottom|from top to bottom|top down|from the top down|downwards one by one|starting at the top|starting from the top',
  ],
  [
    { is: 'order', by: 'order', reverse: true, to: 'left' },
    'right to left|from right to left|starting on the right|starting from the right|starting at the right',
  ],
  [
    { is: 'order', by: 'order', reverse: true, to: 'up' },
    'bottom to top|from bottom to top|bottom up|from the bottom up|starting at the bottom|starting from the bottom',
  ],
  [
    { is: 'order', by: 'order', reverse: true },
    'in reverse|in reverse order|reversed|reverse order|backwards|backward|from last to first|last to first|last one first|starting with the last|from the last to the first|in backwards order|starting from the last',
  ],
  [{ is: 'order', each: true }, 'not all at once|not together|not at the same time|never all at once'],
  [
    { is: 'order', together: true },
    'all at once|at once|together|all together|at the same time|simultaneously|in unison|in one go|as one|as a group|all at the same time|no stagger|without stagger|without a stagger|as a whole|as a block',
  ],
  [
    { is: 'side', side: 'left', as: 'from' },
    'from the left|from left|from the left side|from the left hand side|in from the left|from the left edge|from off screen left|left side',
  ],
  [
    { is: 'side', side: 'right', as: 'from' },
    'from the right|from right|from the right side|from the right hand side|in from the right|from the right edge|from off screen right',
  ],
  [
    { is: 'side', side: 'up', as: 'from' },
    'from above|from the top|from top|from the top edge|in from above|in from the top|from overhead|from up top',
  ],
  [
    { is: 'side', side: 'down', as: 'from' },
    'from below|from the bottom|from bottom|from beneath|from underneath|from under|from the baseline|from the bottom edge|in from below|in from the bottom|from the ground|from the ground up|from the base|from their base|from their baseline|out of baseline|out of its baseline|out of their baseline|out of the baseline|out of the axis|off the baseline|from the axis|from its baseline|from down below',
  ],
  [
    { is: 'side', side: 'left', as: 'to', out: true },
    'off to the left|out left|off left|out to the left|out of the left',
  ],
  [
    { is: 'side', side: 'left', as: 'to' },
    'left|to the left|leftwards|leftward|towards the left|toward the left|over to the left|to left|to the left edge|to the left hand edge|to the left side',
  ],
  [
    { is: 'side', side: 'right', as: 'to', out: true },
    'off to the right|out right|off right|out to the right',
  ],
  [
    { is: 'side', side: 'right', as: 'to' },
    'right|to the right|rightwards|rightward|towards the right|toward the right|over to the right|to right|to the right edge|to the right hand edge|to the right side',
  ],
  [
    { is: 'side', side: 'up', as: 'to', out: true },
    'off the top|out of the top|out the top|out to the top|out upwards|up and out|off upwards|up and away|out through the top',
  ],
  [{ is: 'side', side: 'up', as: 'to' }, 'upwards|upward|to the top|towards the top|toward the top|to top'],
  [
    { is: 'side', side: 'down', as: 'to', out: true },
    'off the bottom|out of the bottom|out the bottom|out to the bottom|down and out|out downwards|out through the bottom',
  ],
  [
    { is: 'side', side: 'down', as: 'to' },
    'downwards|downward|to the bottom|towards the bottom|toward the bottom|to bottom|down the page',
  ],
];

const grammar: Entry[] = [
  [
    { is: 'place', at: 'end' },
    'at the end|in the end|to finish|to end|at the very end|at last|before the end|to close|at the close|to finish off|to end with|towards the end|toward the end|right at the end|to round off|end with|finish with|ending with|close with|to wrap up|for the end|for the finish|as a finale|end by|finish by|to conclude|for the last second|conclude with',
  ],
  [
    { is: 'place', at: 'last' },
    'last|lastly|finally|last of all|come last|go last|at long last|last one in|and last|as the last',
  ],
  [
    { is: 'place', at: 'start' },
    'at the start|at the beginning|first|firstly|to begin with|to start|to start with|initially|at first|first of all|start with|begin with|starting with|in the beginning|first up|first off|come first|go first|right away|immediately|straight away|from the start|from the beginning|first thing|right from the start|to open|open with|start by|begin by|start off with|kick off with|lead with|at the top of the shot|to kick off|kick off',
  ],
  [
    { is: 'join', how: 'then' },
    'then|and then|next|after that|after this|afterwards|afterward|after which|followed by|subsequently|later|from there|only then|and next|and finally|thereafter|followed shortly by|after a beat|a moment later|a beat later|then after that|and after that|before finally|and lastly|up next|next up|right after that|on the next beat|on a beat|on the beat|and afterwards|then next|then later',
  ],
  [
    { is: 'join', how: 'while' },
    'while|meanwhile|as|whilst|during|at the same time as|during which|all the while|in the meantime|just as|and at the same time|and meanwhile|whereas',
  ],
  [
    { is: 'join', how: 'when' },
    "once|when|after|as soon as|until|now that|right after|straight after|shortly after|soon after|just after|directly after|immediately after|the moment|by the time|whenever|only after|only once|only when|right when|when finally|once that's done|when done|when that is done|when that's done|once done|when it's done",
  ],
  [{ is: 'join', how: 'before' }, 'before|prior to|just before|right before'],
  [
    { is: 'join', how: 'and' },
    'and|plus|as well as|along with|and also|together with|&|alongside|and so|but|or|yet|also|too',
  ],
  [
    { is: 'not' },
    "don't|dont|do not|doesn't|doesnt|does not|not|no|without|never|nor|without any|avoid|skip|shouldn't|should not|isn't|is not|won't|will not|none|must not|mustn't|no more|nothing|cannot|can't|don't want|do not want|don't want any|please no|forget|instead of|nothing should|nothing must|nobody",
  ],
  [
    { is: 'only' },
    'only|solely|nothing but|nothing except|nothing apart from|nothing other than|nothing moves but|nothing moves except|only let|only thing|just let|just have',
  ],
  [
    { is: 'except' },
    'except|except for|apart from|other than|besides|excluding|save for|but not|minus|aside from|but for|with the exception of|not including|all but',
  ],
  [{ is: 'except', after: 'all' }, 'but|without|not'],
  [
    { is: 'prep', prep: 'on' },
    'on|onto|at|in|around|upon|over|near|by|inside|behind|move the mouse to|move the mouse over|move the cursor to|move the cursor over|move the pointer to|move the pointer over|move the finger to|next to|beside|into|under|underneath|above|below|within|against',
  ],
  [{ is: 'prep', prep: 'toward' }, 'toward|towards'],
  [
    { is: 'prep', prep: 'to' },
    'to|until|over to|down to|up to|on to|across to|all the way to|all the way down to|all the way up to|through to|back to',
  ],
  [
    { is: 'prep', prep: 'from' },
    'from behind|out from behind|from inside|from|off|out of|away from|starting from',
  ],
  [{ is: 'prep', prep: 'of' }, 'of|for|about|like'],
  [{ is: 'prep', prep: 'across' }, 'across|along|through|past|over the'],
  [{ is: 'prep', prep: 'with' }, 'with|using|via'],
  [
    { is: 'particle', way: 'in' },
    'in|into existence|into being|into life|to life|into view|into place|into frame|into position|in view|into the frame|on screen|onto the screen|on the screen|closer|near|nearer|into the picture',
  ],
  [
    { is: 'particle', way: 'out' },
    'out|away|off|out of view|out of frame|off screen|off the screen|out of the frame|out of sight|out again|off the stage',
  ],
  [{ is: 'particle', way: 'up' }, 'up'],
  [{ is: 'particle', way: 'down' }, 'down'],
  [
    { is: 'it' },
    'it|which|who|them|they|he|she|this one|that one|these|those|this|that|these two|him|her|themselves|itself|both of them|all of them|each of them|each one|each',
  ],
  [
    { is: 'all' },
    'everything|all|it all|all of it|all element|all the element|element|all layer|all the layer|whole thing|the whole thing|all content|the content|content|all the content|the lot|all thing|thing|things|all of the element|all of the layers|everything on the screen|everything on screen|everything on the page|everything on it|every element|every layer|all of this|each element|anything|everything there is|ui|the ui|interface|layout',
  ],
  [
    { is: 'others' },
    'the rest|rest of it|the rest of it|the others|the other|others|everything else|all the rest|all else|the rest of the screen|the rest of the page|the remaining ones|the remaining|everybody else|all others|all the others|all other|the other ones|anything else|rest of the screen|something else|everything around it|its surroundings|surroundings|the background|background',
  ],
  [
    { is: 'camera-noun' },
    "camera|the camera|cam|lens|we|viewer|you|i|let's|lets|camera then|the viewer|our view",
  ],
  [{ is: 'whole', of: true }, 'whole|the whole|entire|the entire'],
  [
    { is: 'whole' },
    'last frame|the last frame|final frame|the final frame|end frame|the whole screen|whole screen|full screen|the full screen|the whole page|whole page|the whole frame|whole frame|full frame|the full frame|the full view|full view|whole picture|the whole picture|full picture|entire screen|the entire screen|entire page|the entire page|the entire frame|entire frame|overview|wide|wide shot|wide view|wide angle|the screen|screen|the page|page|the frame|frame|the picture|the shot|shot|the view|view|the whole view|middle|the middle|centre|the centre|center|the center|whole shot|the whole layout|whole layout|big picture|the big picture|whole dashboard|the whole dashboard|full dashboard|the full dashboard|full page|the full page|this screen|this frame|this page|the design|design|whole design|the whole design|everything again|full layout|the full layout|whole view|the dashboard|entire view|the entire view|the whole app|whole thing again|the start again|the app|the scene|scene|composition|the whole profile|full profile|whole article|the whole article|the article|the profile|the beginning',
  ],
  [
    { is: 'long' },
    'total|long|in total|overall|altogether|in all|last|take|clip|shot|duration|length|the whole thing|for the whole thing|all in all|tops|max|maximum|at most|lasting|run|for the shot|for the whole shot',
  ],
  [
    { is: 'apart' },
    'apart|between|in between|delay|between each|between them|stagger|gap|interval|offset|between starts|delay between|each after the other|of delay|of stagger',
  ],
  [
    { is: 'small' },
    "nothing fancy|what's|what is|nothing special|pace|tempo|speed|rhythm|mood|vibe|tone|feeling|nothing else|nothing more|that's all|that's it|that is all|completely|totally|entirely|fully|absolutely|perfectly|kinda|sorta|intro|introduction|basic|that happen|this happen|it happen|that's happening|that is happening|this is happening|it all happens|happen|happening|a|an|the|be|am|please|pls|plz|thanks|thank|thx|cheers|just|now|there|here|let|make|have|get|do|should|will|shall|can|could|would|may|might|must|want|need|like|very|really|quite|rather|so|kind|sort|so that|feel|look|nice|nicely|nicer|good|well|our|us|me|my|your|its|their|some|any|more|again|even|still a|okay|ok|hey|hi|hello|if|possible|where|what|how|that|than|only a|give|use|using|do a|add|apply|put|turn|also|maybe|perhaps|simply|actually|literally|basically|super|pretty|such|enough|yes|right|straight|same|while it|try|try to|want to|would like|i'd like|i want|we want|i would like|let's have|we see|you see|one|ones|time|first time|go ahead|move|moving|movement|camera move|camera movement|effect|animation|animate|with an effect|motion|second|way|in a way|manner|with|of|to|by|at|for|in|on|from|as|it|shot|screen|frame|this shot|this one|for this one|this|during the shot|throughout|the whole time|whole time|pointer|cursor|finger|user|customer|thumb|mouse|someone|somebody|person|person who|a user|hand|want it|would love|love|think|guess|thing|stuff|bit of|part|moment|a moment|until the end|to the end|end|start|begin|finish|already|view|in view|on screen|onto screen|into place|place|position|about|around|roughly|approximately|ish|over|during|within|for about|each|both|every|all|its place|their place|up|down|in|out|little by little|bit by bit|together",
  ],
];

/** Of phrases that are listed twice the first counts. */
export const englishLexicon: readonly Entry[] = [
  ...grammar.slice(0, 2),
  ...manner,
  ...camera,
  ...resting,
  ...enter,
  ...leave,
  ...drawn,
  ...grammar.slice(2),
];
