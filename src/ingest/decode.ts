import { TextDecoder } from "node:util";
import chardet from "chardet";

export interface Decoded {
  readonly text: string;
  /** WHATWG label. */
  readonly encoding: string;
  /** Why the text may not be what was meant; absent when the encoding is sure. */
  readonly doubt?: string;
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * Text of bytes: by the user's word, a byte order mark, UTF-16's pattern of zeros, as UTF-8 if it is that, as the
 * page declares, and else by statistics. Undefined when the bytes are no text.
 */
export function decode(
  bytes: Uint8Array,
  options: { forced?: string | undefined; declared?: string | undefined } = {},
): Decoded | undefined {
  const certain = options.forced ?? byteOrderMark(bytes) ?? utf16Pattern(bytes);
  if (certain !== undefined) return decodeAs(bytes, certain) ?? decode(bytes);
  if (looksBinary(bytes)) return undefined;
  try {
    return { text: utf8.decode(bytes), encoding: "utf-8" };
  } catch {
    return decodeLegacy(bytes, options.declared);
  }
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return undefined;
}

/** English in UTF-16 has a zero in every second byte. */
function utf16Pattern(bytes: Uint8Array): string | undefined {
  const length = Math.min(bytes.length, 4096) & ~1;
  if (length < 8) return undefined;
  // Pairs of a zero and a printable ASCII character, by the place of the zero.
  let even = 0;
  let odd = 0;
  const printable = (byte: number): boolean =>
    (byte >= 32 && byte < 127) || byte === 10 || byte === 13 || byte === 9;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0 && printable(bytes[i + 1]!)) even++;
    if (bytes[i + 1] === 0 && printable(bytes[i]!)) odd++;
  }
  const most = 0.35 * length;
  if (odd > most && even === 0) return "utf-16le";
  if (even > most && odd === 0) return "utf-16be";
  return undefined;
}

/** Control characters that text does not hold, other than the rare stray one. */
export function looksBinary(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, 65_536);
  let controls = 0;
  for (let i = 0; i < length; i++) {
    const byte = bytes[i]!;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) controls++;
  }
  return (
    controls > length / 200 ||
    (bytes[0] === 0x25 && bytes[1] === 0x50 && bytes[2] === 0x44 && bytes[3] === 0x46)
  );
}

/** Undefined when there is no such encoding. */
function decodeAs(bytes: Uint8Array, encoding: string): Decoded | undefined {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(encoding);
  } catch {
    return undefined;
  }
  const text = mendWestern(decoder.decode(bytes), decoder.encoding);
  const lost = countLost(text);
  return {
    text, encoding: decoder.encoding,
    ...(lost === 0 ? {} : { doubt: `${lost} bytes are not ${decoder.encoding} and were replaced` }),
  }; // prettier-ignore
}

const westernSigns = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

/** Node 20 decodes windows-1252 as Latin-1: its quotation marks and dashes come out as control characters. */
export function mendWestern(text: string, encoding: string): string {
  if (encoding !== "windows-1252") return text;
  return text.replace(/[\x80-\x9f]/g, (sign) => westernSigns[sign.charCodeAt(0) - 0x80]!);
}

function countLost(text: string): number {
  let lost = 0;
  for (let i = text.indexOf("\ufffd"); i >= 0; i = text.indexOf("\ufffd", i + 1)) lost++;
  return lost;
}

function decodeLegacy(bytes: Uint8Array, declared: string | undefined): Decoded {
  const asUtf8 = new TextDecoder("utf-8").decode(bytes);
  const lost = countLost(asUtf8);
  const beyondAscii = asUtf8.replace(/[\0-\x7f]/g, "").length;
  if (lost * 5 < beyondAscii || lost === 0)
    return { text: asUtf8, encoding: "utf-8", doubt: `${lost} bytes are not UTF-8 and were replaced` };
  const byDeclaration = declared === undefined ? undefined : decodeAs(bytes, declared);
  if (byDeclaration !== undefined && byDeclaration.doubt === undefined) return byDeclaration;
  const guess = isWestern(bytes)
    ? "windows-1252"
    : (chardet.detect(bytes.subarray(0, 65_536)) ?? "windows-1252");
  const guessed = decodeAs(bytes, guess) ?? decodeAs(bytes, "windows-1252")!;
  return { ...guessed, doubt: `not UTF-8; read as ${guessed.encoding}, which was guessed from the bytes` };
}

/** Whether all bytes beyond ASCII are the quotation marks and dashes of windows-1252, or stand alone among letters. */
function isWestern(bytes: Uint8Array): boolean {
  let beyond = 0;
  let alone = 0;
  const length = Math.min(bytes.length, 65_536);
  for (let i = 0; i < length; i++) {
    const byte = bytes[i]!;
    if (byte < 0x80) continue;
    beyond++;
    const punctuation = (byte >= 0x91 && byte <= 0x97) || byte === 0x85 || byte === 0xa0 || byte === 0xa3;
    if (punctuation || (byte >= 0xc0 && (bytes[i - 1] ?? 0) < 0xc0 && (bytes[i + 1] ?? 0) < 0xc0)) alone++;
  }
  return beyond < length / 20 && alone > beyond * 0.9;
}

/** The encoding a page declares in its first bytes. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString("latin1");
  return (
    /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,40})/i.exec(head)?.[1] ??
    /^<\?xml[^>]{0,100}encoding\s*=\s*["']([\w-]{2,40})/i.exec(head)?.[1]
  );
}
