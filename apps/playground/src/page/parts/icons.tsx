import type { ComponentChildren } from 'preact';

function Icon({ children, size = 16 }: { children: ComponentChildren; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export const FrameIcon = () => (
  <Icon>
    <path d="M5 2.5v11M11 2.5v11M2.5 5h11M2.5 11h11" />
  </Icon>
);
export const TextIcon = () => (
  <Icon>
    <path d="M3.5 5V3.5h9V5M8 3.5v9M6.5 12.5h3" />
  </Icon>
);
export const RectangleIcon = () => (
  <Icon>
    <rect x="3" y="3" width="10" height="10" rx="1" />
  </Icon>
);
export const EllipseIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="5" />
  </Icon>
);
export const LineIcon = () => (
  <Icon>
    <path d="M3.5 12.5l9-9" />
  </Icon>
);
export const VectorIcon = () => (
  <Icon>
    <path d="M4.5 11.5c0-5 2-7 7-7" />
    <rect x="3" y="11" width="2.5" height="2.5" rx=".5" />
    <rect x="11" y="3" width="2.5" height="2.5" rx=".5" />
  </Icon>
);
export const GroupIcon = () => (
  <Icon>
    <rect x="3" y="3" width="10" height="10" rx="1.5" stroke-dasharray="2 2.2" />
  </Icon>
);
export const ComponentIcon = () => (
  <Icon>
    <path d="M8 2.8l1.9 1.9L8 6.6 6.1 4.7zM8 9.4l1.9 1.9L8 13.2l-1.9-1.9zM4.7 6.1L6.6 8 4.7 9.9 2.8 8zM11.3 6.1L13.2 8l-1.9 1.9L9.4 8z" />
  </Icon>
);
export const InstanceIcon = () => (
  <Icon>
    <path d="M8 2.6L13.4 8 8 13.4 2.6 8z" />
  </Icon>
);
export const ImageIcon = () => (
  <Icon>
    <rect x="3" y="3" width="10" height="10" rx="1.5" />
    <circle cx="6.2" cy="6.2" r="1" />
    <path d="M4 12l3.6-3.4L12.5 13" />
  </Icon>
);
export const SectionIcon = () => (
  <Icon>
    <path d="M2.5 6.5h11v6a1 1 0 01-1 1h-9a1 1 0 01-1-1zM2.5 6.5v-3a1 1 0 011-1h4a1 1 0 011 1v3" />
  </Icon>
);
export const ChevronIcon = () => (
  <Icon>
    <path d="M6 6.8l2 2 2-2" />
  </Icon>
);
export const CloseIcon = () => (
  <Icon>
    <path d="M4.5 4.5l7 7M11.5 4.5l-7 7" />
  </Icon>
);
export const CheckIcon = () => (
  <Icon>
    <path d="M4 8.5L6.8 11 12 5.2" />
  </Icon>
);
export const SunIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="2.6" />
    <path d="M8 2v1.2M8 12.8V14M2 8h1.2M12.8 8H14M3.8 3.8l.8.8M11.4 11.4l.8.8M12.2 3.8l-.8.8M4.6 11.4l-.8.8" />
  </Icon>
);
export const MoonIcon = () => (
  <Icon>
    <path d="M12.8 9.6A5.2 5.2 0 016.4 3.2a5.2 5.2 0 106.4 6.4z" />
  </Icon>
);
export const MinusIcon = () => (
  <Icon>
    <path d="M4 8h8" />
  </Icon>
);
export const PlusIcon = () => (
  <Icon>
    <path d="M4 8h8M8 4v8" />
  </Icon>
);
export const FitIcon = () => (
  <Icon>
    <path d="M3 6V4a1 1 0 011-1h2M10 3h2a1 1 0 011 1v2M13 10v2a1 1 0 01-1 1h-2M6 13H4a1 1 0 01-1-1v-2" />
  </Icon>
);
export const PlayIcon = () => (
  <svg width="16" height="16" viewBox="0 0 16 16" fill="currentColor" aria-hidden="true">
    <path d="M5 3.7c0-.6.65-1 1.17-.68l6.6 4.3c.46.3.46 1.06 0 1.36l-6.6 4.3A.78.78 0 015 12.3z" />
  </svg>
);
export const FolderIcon = () => (
  <Icon>
    <path d="M2.5 12V4.5a1 1 0 011-1h3l1.5 2h4.5a1 1 0 011 1V12a1 1 0 01-1 1h-9a1 1 0 01-1-1z" />
  </Icon>
);
