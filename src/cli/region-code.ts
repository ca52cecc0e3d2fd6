import { isRegionCode } from '#access/region-code.js';
import { findRegion } from '#catalogue/find-region.js';
import type { Regions } from '#catalogue/regions.js';

/** Code of a region given by name or code; townships and villages, which the catalogue doesn't name, by code alone. @throws QingdanError QD-REGION */
export function regionCode(regions: Regions, text: string): string {
  return isRegionCode(text) ? text : findRegion(regions, text).code;
}
