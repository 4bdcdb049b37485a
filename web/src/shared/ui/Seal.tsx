/** The product's mark: its two characters cut as a seal, read from right to left. */
export function Seal({ size = 40 }: { size?: number }) {
  return <img src="/seal.svg" width={size} height={size} alt="" aria-hidden="true" />;
}
