@rem Windows has no exec: npm start runs this file instead, which starts what it is given.
@%*
