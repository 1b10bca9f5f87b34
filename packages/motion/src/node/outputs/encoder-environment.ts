/**
 * How the encoder's allocator treats a frame's memory. glibc gives blocks of a frame's size back to the system and asks
 * for them anew, 30 times a second; each page of them is then faulted in again, which took a third of x264's processor
 * time on a virtual machine. Told so, it keeps them. 32 MB is the most that it takes as a threshold. Other allocators
 * do not read these.
 */
const KEEP_FRAMES = {
  MALLOC_MMAP_THRESHOLD_: String(32 * 1024 * 1024),
  MALLOC_TRIM_THRESHOLD_: String(2 ** 31 - 1),
};

/** The environment that encoders are started with: our own, and how to keep memory. */
export function encoderEnvironment(): NodeJS.ProcessEnv {
  // biome-ignore lint/style/noProcessEnv: handed on whole, nothing is read from it
  return { ...process.env, ...KEEP_FRAMES };
}
