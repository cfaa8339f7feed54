import { classNames } from './classNames.ts';
import { iconShapes, type IconName } from './iconShapes.ts';

interface IconProps {
  name: IconName;
  /** Edge in pixels; the drawing is made for 16. */
  size?: 12 | 14 | 16 | 20 | 32;
  className?: string;
}

/** A drawing of the sprite. It never carries meaning alone: the name of the control stands beside or on it. */
export function Icon({ name, size = 16, className }: IconProps) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      className={classNames('shrink-0', className)}
    >
      <use href={`#icon-${name}`} />
    </svg>
  );
}

/** Put once at the root: every `Icon` refers to it. */
export function IconSprite() {
  return (
    <svg aria-hidden="true" width="0" height="0" className="absolute">
      {Object.entries(iconShapes).map(([name, path]) => (
        <symbol key={name} id={`icon-${name}`} viewBox="0 0 16 16">
          <path
            d={path}
            fill="none"
            stroke="currentColor"
            strokeWidth={name === 'more' ? 2 : 1.3}
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </symbol>
      ))}
    </svg>
  );
}
