"""How well articles are read, measured on gold that lies beside the repository: `make eval`. Not installed.

__main__     the command line, and the table
search       how well topics are found; `topics` has them in words
rows         what is measured, with what must be reached and what is aimed at
shared       the folder with gold and scorers, and the scorers as programs
extraction   what `newsgraph extract` says of a corpus, kept until the code changes
judge        which single facts are right
calibration  how many of the facts with a confidence are right
errors       the class of each error; `classes` has an example of each
markdown     the figures for docs/quality.md
calibrate    `python -m evaluation.calibrate`: the weights of confidence, anew
fit          logistic regression
"""
