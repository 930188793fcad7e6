class Names { static String of(String name) { return name } }
