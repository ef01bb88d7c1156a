/** A name in quotation marks; its own become the inner ones. */
export const quoted = (name: string): string => `“${name.replace(/“/g, '‘').replace(/”/g, '’')}”`
