/** How a worker and its master talk: Perspective Broker, or MessagePack over WebSocket. */
export const PROTOCOLS = ['pb', 'msgpack_experimental_v7'] as const;
export type Protocol = (typeof PROTOCOLS)[number];
