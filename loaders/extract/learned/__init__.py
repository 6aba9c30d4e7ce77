"""What is learned: one small encoder, run once per article, that tags names and cues and tells who says what."""
