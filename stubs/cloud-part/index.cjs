/**
 * Stands in for packages that a library loads at start and that are never run here: the Bot Framework's connection to
 * Microsoft's cloud and its recognisers of English numbers, and exceljs' reading and writing of streams. Names may be
 * taken from it, and classes made after them, as the libraries do when they load; whoever calls one is told so.
 */
'use strict';

/** Names that the module system and a debugger ask every module for. */
const UNASKED = new Set(['__esModule', 'default', 'then', 'toJSON', 'inspect']);

function absent(path) {
  const refuse = () => {
    throw new Error(`${path} is not part of this installation: a stub stands in its place (see stubs/README.md)`);
  };
  return new Proxy(class {}, {
    get(target, key) {
      if (key === Symbol.toPrimitive) return () => path;
      if (typeof key === 'symbol' || key === 'prototype' || UNASKED.has(key)) return target[key];
      return absent(path === '' ? key : `${path}.${key}`);
    },
    apply: refuse,
    construct: refuse,
  });
}

module.exports = absent('');
