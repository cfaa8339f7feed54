export function DevelopmentPage() {
  return null;
}
