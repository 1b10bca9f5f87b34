/** True where plugin data can be written. Taking away an entry that is not there changes nothing. */
export function isEditable(figma: PluginAPI): boolean {
  try {
    figma.currentPage.setPluginData('editable', '');
    return true;
  } catch {
    return false;
  }
}
