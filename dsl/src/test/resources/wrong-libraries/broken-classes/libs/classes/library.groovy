provides 'classes', language: 1
