import { isRegionCode, significant } from '#access/region-code.js';
import { findRegion } from '#catalogue/find-region.js';
import type { Region, Regions } from '#catalogue/regions.js';

/** The code that a text means: a code itself, or a region's name. @throws QingdanError QD-REGION */
export function codeOfRegion(regions: Regions, text: string): string {
  const trimmed = text.trim();
  return isRegionCode(trimmed) ? trimmed : findRegion(regions, trimmed).code;
}

/** The known region that a code names, or the nearest known one above it; the country where none is known. */
export function regionOfCode(regions: Regions, code: string): Region | undefined {
  const digits = significant(code);
  let nearest: Region | undefined;
  let length = -1;
  for (const region of regions.all) {
    const own = significant(region.code);
    if (digits.startsWith(own) && own.length > length) {
      nearest = region;
      length = own.length;
    }
  }
  return nearest;
}

/** A place in words: its own name where it is known, else the region above it with its code. */
export function placeName(regions: Regions, code: string): string {
  const region = regionOfCode(regions, code);
  if (region === undefined) return code;
  return significant(region.code) === significant(code) ? region.name : `${region.name}（${code}）`;
}
