import { describe, expect, it } from 'vitest';
import { createStreamRoom } from '#server/streams.js';

describe('room for streams', () => {
  it('has so many places for one address, and one again when a stream ends', () => {
    const room = createStreamRoom(10, 2);
    const first = room.enter('203.0.113.5', () => undefined);
    expect(room.enter('203.0.113.5', () => undefined)).not.toBeNull();
    expect(room.enter('203.0.113.5', () => undefined)).toBeNull();
    expect(room.enter('203.0.113.6', () => undefined)).not.toBeNull();
    first?.leave();
    expect(room.enter('203.0.113.5', () => undefined)).not.toBeNull();
  });

  it('is made for who comes by whoever holds most', () => {
    const room = createStreamRoom(4, 4);
    let ended = 0;
    for (let i = 0; i < 4; i++) room.enter('203.0.113.5', () => ended++);
    expect(room.enter('203.0.113.6', () => undefined)).not.toBeNull();
    expect(ended).toBe(1);
  });
});
