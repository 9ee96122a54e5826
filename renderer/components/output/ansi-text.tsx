import { AnsiUp } from 'ansi_up';
import './ansi-text.css';

const ESCAPE = '\u001b';

/** A piece of text with the colours that its escape sequences ask for. */
export function AnsiText({ text }: { readonly text: string }) {
  if (!text.includes(ESCAPE)) return text;
  return piecesOf(text).map(({ key, words, className, style }) => (
    <span key={key} className={className} style={style}>
      {words}
    </span>
  ));
}

interface Piece {
  readonly key: number;
  readonly words: string;
  readonly className: string;
  readonly style: Readonly<Record<string, string>>;
}

/** The library writes markup; it is read back rather than handed to the page. */
function piecesOf(text: string): readonly Piece[] {
  const converter = new AnsiUp();
  converter.use_classes = true;
  const markup = converter.ansi_to_html(text);
  const { body } = new DOMParser().parseFromString(markup, 'text/html');
  return [...body.childNodes].map((node, key) => ({
    key,
    words: node.textContent ?? '',
    className: node instanceof HTMLElement ? node.className : '',
    style: node instanceof HTMLElement ? styleOf(node) : {},
  }));
}

/** What classes cannot say: the 256 and the 16 million colours, and bold. */
function styleOf({ style }: HTMLElement): Readonly<Record<string, string>> {
  const { color, backgroundColor, fontWeight, fontStyle, textDecoration, opacity } = style;
  const all = { color, backgroundColor, fontWeight, fontStyle, textDecoration, opacity };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}
