import { asRecord, type Body } from '../openai/body.ts';
import { invalidType, Refused } from '../openai/refuse.ts';

/** All words of an input, and how many pictures it has. @throws Refused */
export function readInput(body: Body): { words: string; pictures: number } {
  const { input } = body;
  if (typeof input === 'string') return { words: input, pictures: 0 };
  if (!Array.isArray(input))
    throw new Refused({
      status: 400,
      message: "Missing required parameter: 'input'.",
      code: 'missing_required_parameter',
      param: 'input',
    });
  const words: string[] = [];
  let pictures = 0;
  for (const [index, item] of input.entries()) {
    const { content, role } = asRecord(item);
    if (typeof content === 'string') words.push(content);
    else if (Array.isArray(content))
      for (const [place, part] of content.entries()) {
        const { type, text, image_url: url } = asRecord(part);
        const at = `input[${index}].content[${place}]`;
        if (type === 'input_text' || type === 'output_text') {
          if (typeof text !== 'string') throw invalidType(`${at}.text`, 'a string', typeof text);
          if (role === 'user') words.push(text);
        } else if (type === 'input_image') {
          if (typeof url !== 'string') throw invalidType(`${at}.image_url`, 'a string', typeof url);
          pictures += 1;
        } else
          throw new Refused({
            status: 400,
            message: `Invalid value: '${String(type)}'. Supported values are: 'input_text', 'input_image', 'output_text'.`,
            code: 'invalid_value',
            param: `${at}.type`,
          });
      }
  }
  return { words: words.join('\n'), pictures };
}
