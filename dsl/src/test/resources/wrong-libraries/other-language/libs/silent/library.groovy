service 'cache'
