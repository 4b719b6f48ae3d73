"""What helps to write, try, hold and watch plugins; nothing here is needed to clean a page."""
