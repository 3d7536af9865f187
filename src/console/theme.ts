import type { MantineColorsTuple } from '@mantine/core';
import { createTheme, defaultVariantColorsResolver } from '@mantine/core';

/** The house's blue: text on it and on white is at least 4.5 : 1 (WCAG 2.2, 1.4.3). */
const ink: MantineColorsTuple = [
  '#eef5fa', '#dce8f1', '#b6d0e3', '#8db7d5', '#6aa1c9', '#5494c2', '#468dbf', '#3579a8', '#2a6b97', '#1d4f76',
];

/** One calm, dense tool: one scale of spacing (4 px steps), one of type, and colour only where it means something. */
export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 9, dark: 8 },
  autoContrast: true,
  colors: { ink },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", "Segoe UI Mono", "Liberation Mono", monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  headings: { fontWeight: '600', sizes: { h1: { fontSize: '1.25rem' }, h2: { fontSize: '1rem' }, h3: { fontSize: '0.875rem' } } },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  // Tinted badges and notices: Mantine's own text is too pale on its own ground (4.5 : 1, WCAG 2.2, 1.4.3).
  variantColorResolver: (input) => {
    const resolved = defaultVariantColorsResolver(input);
    if (input.variant !== 'light') return resolved;
    const color = input.color ?? 'ink';
    return { ...resolved, color: `light-dark(color-mix(in srgb, var(--mantine-color-${color}-9) 60%, black), var(--mantine-color-${color}-2))` };
  },
  components: {
    Table: { defaultProps: { verticalSpacing: 6, horizontalSpacing: 'sm', highlightOnHover: true } },
    // Few fields must be filled in, and the browser names one that is not.
    InputWrapper: { defaultProps: { withAsterisk: false } },
    Tooltip: { defaultProps: { openDelay: 300, withinPortal: true } },
  },
});
