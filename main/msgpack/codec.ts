import { addExtension, Packr, Unpackr } from 'msgpackr/pack';
import { messageOf } from '../lib/message-of.ts';
import { checkMessage } from './check-message.ts';
import { MSGPACK_MESSAGE_LIMIT, MsgpackError } from './limits.ts';
import { Encoded, Float, type MsgpackValue, Utf8Text } from './msgpack-value.ts';

const packr = new Packr({
  // Records are the library's own; a Python reader knows none.
  useRecords: false,
  variableMapSize: true,
  useToJSON: false,
});

// The library's types lack 'auto', which gives numbers where they are exact and bigints elsewhere.
const INTEGERS: string = 'auto';
const unpackr = new Unpackr({
  useRecords: false,
  mapsAsObjects: false,
  copyBuffers: true,
  int64AsType: INTEGERS as 'number',
});

/**
 * The bytes of a value.
 *
 * Errors: MsgpackError with MSGPACK_MESSAGE_TOO_LARGE, or MSGPACK_CANNOT_WRITE for integers beyond 64
 *         bits.
 */
export function encode(value: MsgpackValue): Uint8Array {
  const bytes = packed(value);
  if (bytes.length <= MSGPACK_MESSAGE_LIMIT) return bytes;
  throw new MsgpackError('MSGPACK_MESSAGE_TOO_LARGE', `a message of ${bytes.length} bytes`);
}

function packed(value: MsgpackValue): Uint8Array {
  try {
    return packr.pack(withWideIntegers(value));
  } catch (cause) {
    throw new MsgpackError('MSGPACK_CANNOT_WRITE', messageOf(cause), { cause });
  }
}

/** The library makes floats of integers beyond 32 bits, such as the size of a large file. */
function withWideIntegers(value: MsgpackValue): MsgpackValue {
  if (typeof value === 'number') return isWide(value) ? BigInt(value) : value;
  if (Array.isArray(value)) return value.some(mayBeWide) ? value.map(withWideIntegers) : value;
  if (!(value instanceof Map)) return value;
  const entries = [...value].map(([key, of]) => [key, withWideIntegers(of)] as const);
  return new Map(entries);
}

function mayBeWide(value: MsgpackValue): boolean {
  return typeof value === 'number' ? isWide(value) : typeof value === 'object' && value !== null;
}

function isWide(value: number): boolean {
  return Number.isSafeInteger(value) && (value > 0xffff_ffff || value < -0x8000_0000);
}

/**
 * The value of bytes.
 *
 * Shape:  maps are Maps, so that no key of a master's can mean anything to JavaScript; byte strings have
 *         memory of their own; broken UTF-8 becomes replacement characters.
 * Errors: MsgpackError, see checkMessage.
 */
export function decode(bytes: Uint8Array): MsgpackValue {
  checkMessage(bytes);
  // Of a Buffer the library would make Buffers.
  const { buffer, byteOffset, byteLength } = bytes;
  return unpackr.unpack(new Uint8Array(buffer, byteOffset, byteLength));
}

/** Where the library lets an extension write what it likes. */
interface Room {
  readonly target: Uint8Array;
  readonly targetView: DataView;
  readonly position: number;
}
type Allocate = (sizeBytes: number) => Room;
type WriteInPlace = (value: unknown) => Uint8Array;

/**
 * Teaches the library a class that becomes an ordinary value instead of an extension: one that asks for
 * room fills it itself, as the library's own dates do. Its types mention only the first argument.
 */
function addOrdinary<T>(Class: new (...args: never[]) => T, write: WriteOrdinary<T>): void {
  const pack = write as unknown as WriteInPlace;
  addExtension({ Class, type: UNUSED_TYPE, pack });
}
type WriteOrdinary<T> = (value: T, allocate: Allocate) => void;

/** The library requires one for each class; it is neither written nor read. */
const UNUSED_TYPE = 1;

addOrdinary(Float, ({ value }, allocate) => {
  const { target, targetView, position } = allocate(9);
  target[position] = 0xcb;
  targetView.setFloat64(position + 1, value);
});

addOrdinary(Encoded, ({ bytes }, allocate) => {
  const { target, position } = allocate(bytes.length);
  target.set(bytes, position);
});

addOrdinary(Utf8Text, ({ utf8 }, allocate) => {
  const { target, targetView, position } = allocate(5 + utf8.length);
  target[position] = 0xdb;
  targetView.setUint32(position + 1, utf8.length);
  target.set(utf8, position + 5);
});
