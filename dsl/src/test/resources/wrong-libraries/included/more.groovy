library 'libs/words'
