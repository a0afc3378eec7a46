"""Reports: pictures and tables of who is quoted over many articles."""
