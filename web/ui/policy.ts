/** The one style rule that React Aria adds by itself, which lets a press on a touch screen scroll the page, as a policy names it. */
export const STYLE_OF_PRESS = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='";
