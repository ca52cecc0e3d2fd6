export * from 'botbuilder-core';
/** Can be neither made nor called. */
export declare class BotFrameworkAdapter {
  private constructor();
}
export type BotFrameworkAdapterSettings = Record<string, unknown>;
