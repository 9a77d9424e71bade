/** An amount of US dollars as it is worth saying: `$0.42`, `$0.0117`, `under $0.0001`, `$1,204`. */
export const formatMoney = (dollars: number): string => {
  if (dollars === 0) return '$0';
  if (dollars < 0.0001) return 'under $0.0001';
  if (dollars < 0.1) return `$${dollars.toFixed(4)}`;
  if (dollars < 1000) return `$${dollars.toFixed(2)}`;
  return `$${Math.round(dollars).toLocaleString('en-US')}`;
};
