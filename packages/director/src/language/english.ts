import { basicForms, singularOf } from './english-forms.ts';
import { englishLexicon } from './english-lexicon.ts';
import { sayInEnglish } from './english-say.ts';
import type { Language, Lexeme } from './language.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const lexicon: readonly (readonly [Lexeme, string])[] = englishLexicon;

/** English: the words people direct motion with. */
export const english: Language = {
  lexicon,
  basic: basicForms,
  singular: singularOf,
  determiners: set(
    'the a an this that these those our your its their his her my each every some any such same',
  ),
  quantifiers: set('all both each every entire whole'),
  every: set('each every'),
  possessives: set('its their his her'),
  numbers: {
    a: 1,
    an: 1,
    zero: 0,
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
    eleven: 11,
    twelve: 12,
    half: 0.5,
    couple: 2,
    few: 3,
  },
  ordinals: {
    first: 1,
    second: 2,
    third: 3,
    fourth: 4,
    fifth: 5,
    sixth: 6,
    seventh: 7,
    eighth: 8,
    ninth: 9,
    tenth: 10,
    last: -1,
    final: -1,
    '1st': 1,
    '2nd': 2,
    '3rd': 3,
    '4th': 4,
    '5th': 5,
    '6th': 6,
  },
  superlatives: {
    left: 'left',
    leftmost: 'left',
    right: 'right',
    rightmost: 'right',
    top: 'up',
    topmost: 'up',
    upper: 'up',
    bottom: 'down',
    lower: 'down',
    lowest: 'short',
    tallest: 'tall',
    highest: 'tall',
    shortest: 'short',
    widest: 'wide',
    longest: 'wide',
    largest: 'large',
    biggest: 'large',
    smallest: 'small',
    middle: 'middle',
    central: 'middle',
    centre: 'middle',
    center: 'middle',
    main: 'large',
  },
  generic: set(
    'card button section panel area block row text label layer screen box field icon image photo picture part element component widget tile module container group item figure value number stat sum line one heading badge banner bar copy view element',
  ),
  adjectives: set(
    'big large small tiny little huge bold main primary secondary blue green red orange yellow purple pink black white grey gray dark light bright new nice beautiful pretty great round rounded whole different individual single other following remaining actual big-ass lovely full',
  ),
  ones: set('one ones'),
  lines: { row: set('row line'), column: set('column') },
  members: set(
    'card tile item row list entry box panel product column block element family grid option plan step feature key stat metric kpi thumbnail result article post message cell day order picture component member piece',
  ),
  roles: {
    headline: {
      nouns:
        'headline|heading|title|header text|h1|main title|main headline|big text|hero text|page title|heading text|main heading',
      names: 'headline|heading|title',
    },
    subtitle: {
      nouns: 'subtitle|subline|subheading|subhead|tagline|byline|sub headline|intro|lede',
      names: 'subtitle|subline|subheading|tagline',
    },
    button: {
      nouns: 'button|cta|call to action|main button|primary button|big button|main cta',
      names: 'button|btn|cta',
    },
    chart: {
      nouns:
        'chart|graph|plot|diagram|bar chart|bar graph|line chart|line graph|pie chart|donut chart|ring chart|data|histogram',
      names: 'chart|graph|plot|sparkline|donut|histogram|bars',
    },
    bars: { nouns: 'bar|bar of the chart|column of the chart', names: 'bar' },
    line: {
      nouns: 'line|curve|trend line|trendline|sparkline|line of the chart',
      names: 'line|curve|path|trend|sparkline',
    },
    ring: {
      nouns: 'ring|donut|doughnut|pie|circle|gauge|progress ring|progress circle|progress|dial',
      names: 'ring|donut|gauge|progress',
    },
    image: {
      nouns: 'image|photo|picture|visual|illustration|photograph|shot of the product',
      names: 'image|photo|picture|illustration',
    },
    hero: {
      nouns:
        'hero|hero image|hero shot|hero picture|hero photo|main image|big image|main picture|main visual|key visual|cover|cover image|cover photo',
      names: 'hero|cover|header image',
    },
    logo: { nouns: 'logo|brand|wordmark|logotype|brand mark', names: 'logo|brand|wordmark|logotype' },
    price: { nouns: 'price|cost|amount|sum|price tag' },
    number: { nouns: 'number|figure|value|digit|counter|stat number' },
    icon: { nouns: 'icon|glyph|symbol', names: 'icon|glyph' },
    avatar: { nouns: 'avatar|profile picture|profile photo|profile pic|portrait|face', names: 'avatar' },
    navigation: {
      nouns:
        'navigation|nav|nav bar|navbar|tab bar|tabbar|menu bar|sidebar|side bar|bottom bar|navigation bar|side menu|tabs|tab',
      names: 'nav|navigation|tab bar|tabbar|navbar|sidebar|menu',
    },
    header: { nouns: 'header|top bar|app bar|toolbar', names: 'header|top bar|app bar|toolbar' },
    modal: {
      nouns:
        'modal|dialog|dialogue|popup|pop up|sheet|bottom sheet|overlay|drawer|toast|tooltip|popover|alert',
      names: 'modal|dialog|popup|sheet|drawer|toast|popover|alert|overlay',
    },
    text: {
      nouns: 'text|copy|paragraph|body|body text|body copy|description|label|caption',
      names: 'text|body|description|paragraph',
    },
    name: { nouns: 'name|username|user name|full name|product name' },
    list: {
      nouns: 'list|grid|table|gallery|feed|collection|row|column',
      names: 'list|grid|table|gallery|feed',
    },
  },
  units: {
    second: set('s sec secs second seconds'),
    millisecond: set('ms msec millisecond milliseconds'),
    times: set('x × times'),
    percent: set('% percent per-cent'),
    by: set('by'),
    skip: set('of a more full whole entire extra'),
  },
  say: sayInEnglish,
};
