/** Lets a text area grow with its words; older WebKit has no `field-sizing` (platform.md 4). */
import type { Attachment } from "svelte/attachments";

export const grow: Attachment<HTMLTextAreaElement> = (area) => {
  const fit = () => {
    area.style.blockSize = "auto";
    area.style.blockSize = `${area.scrollHeight + (area.offsetHeight - area.clientHeight)}px`;
  };
  fit();
  area.addEventListener("input", fit);
  const watch = new ResizeObserver(fit);
  watch.observe(area.parentElement ?? area);
  return () => {
    area.removeEventListener("input", fit);
    watch.disconnect();
  };
};
