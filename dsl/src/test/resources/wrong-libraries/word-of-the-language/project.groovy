project 'shop'
library 'libs/words'
