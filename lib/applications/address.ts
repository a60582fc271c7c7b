/** What of province and city a postal address leaves out: post must arrive, so the writer is reminded. */
export function missingFromAddress(address: string, province: string, city: string): string[] {
  return [...new Set([province, city])].filter(
    (place) =>
      place && !address.includes(place.replace(/(特别行政区|维吾尔自治区|回族自治区|壮族自治区|自治区|自治州|地区|省|市|盟)$/, '')),
  );
}
