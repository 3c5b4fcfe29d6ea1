"""What people of the desk rule about items: read, matched to their words, and carried out."""
