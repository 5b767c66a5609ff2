"""What keeps portals apart and visitors safe."""
