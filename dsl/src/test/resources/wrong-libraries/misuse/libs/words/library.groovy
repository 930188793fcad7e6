provides 'words', language: 1
