"""Pictures of one event, shown together (album ảnh)."""
