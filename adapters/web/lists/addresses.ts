/** Stable addresses of what is known: ids never change their meaning. */
export const LISTS_PATH = '/lists';
export const listAddress = (id: string): string => `${LISTS_PATH}/${encodeURIComponent(id)}`;
export const itemAddress = (id: string): string => `/items/${encodeURIComponent(id)}`;
export const documentAddress = (id: string): string => `/documents/${encodeURIComponent(id)}`;
