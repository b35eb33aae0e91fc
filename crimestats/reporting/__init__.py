"""One object per screen or file, and its renderers: pages only arrange what stands here."""
