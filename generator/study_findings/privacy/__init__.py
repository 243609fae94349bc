"""What keeps private words private: the leak check over built output."""
