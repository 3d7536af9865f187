export interface Bar { readonly key: string; readonly words: string; readonly parts: readonly { readonly kind: 'sent' | 'failed' | 'waiting'; readonly value: number }[] }

const WIDTH = 10;
const GAP = 2;

/** Stacked bars over time. Who cannot see it hears each bar in words; who can, sees them on hovering. */
export const Bars = ({ bars, label, height = 120 }: { bars: readonly Bar[]; label: string; height?: number }) => {
  const most = Math.max(1, ...bars.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0)));
  return (
    <svg className="bars" role="img" aria-label={`${label}. ${bars.filter(({ parts }) => parts.some(({ value }) => value > 0)).map(({ words }) => words).join('; ')}`} viewBox={`0 0 ${String(bars.length * (WIDTH + GAP))} ${String(height)}`} preserveAspectRatio="none" height={height}>
      {bars.map(({ key, words, parts }, at) => {
        let top = height;
        return (
          <g key={key}>
            <title>{words}</title>
            <rect x={at * (WIDTH + GAP)} y={0} width={WIDTH} height={height} className="bar-ground" />
            {parts.map(({ kind, value }) => {
              const size = (value / most) * height;
              top -= size;
              return <rect key={kind} x={at * (WIDTH + GAP)} y={top} width={WIDTH} height={size} className={`bar-${kind}`} />;
            })}
          </g>
        );
      })}
    </svg>
  );
};
