/** A figure's name, with its unit, and its value. */
export type Figures = ReadonlyMap<string, number>;
