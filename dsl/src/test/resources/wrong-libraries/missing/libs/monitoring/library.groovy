provides 'monitoring', language: 1
