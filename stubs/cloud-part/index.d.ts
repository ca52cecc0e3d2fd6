/** Types aren't given: nothing of it may be used. */
export {};
