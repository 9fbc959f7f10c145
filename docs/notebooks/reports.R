# From a folder of reports to a picture, in R. Needs jsonlite and the muster program in the path.
# usage: Rscript reports.R FOLDER [PICTURE.png]
library(jsonlite)

arguments <- commandArgs(trailingOnly = TRUE)
folder <- if (length(arguments) >= 1) arguments[1] else "corpus/texts"
picture <- if (length(arguments) >= 2) arguments[2] else "statuses.png"

# One CSV a kind: the number in the column "document" joins them.
tables <- tempfile("muster")
ended <- system2("muster", c("extract", "--quiet", "--split", shQuote(tables), shQuote(folder)))
if (!ended %in% c(0, 3)) stop("muster ended with exit code ", ended)
read <- function(kind) read.csv(file.path(tables, paste0(kind, ".csv")), encoding = "UTF-8", stringsAsFactors = FALSE)
documents <- read("documents")
statuses <- read("statuses")
staffing <- read("staffing")
cat(nrow(documents), "documents,", sum(documents$failed == "true"), "could not be read\n")

# What came of what was asked for. A statement without a number counts as one request.
order <- c("met", "almost_met", "partly_met", "in_progress", "not_met", "superseded")
requests <- ifelse(is.na(statuses$count), 1, statuses$count)
asked <- tapply(requests, factor(statuses$status, levels = order), sum)
asked[is.na(asked)] <- 0
print(asked)

png(picture, width = 900, height = 420, res = 120)
par(mar = c(4, 7, 2, 1))
barplot(rev(asked), horiz = TRUE, las = 1, names.arg = rev(gsub("_", " ", order)),
        col = rev(c("#1a7f5a", "#58a55c", "#d9a441", "#5b8bc9", "#c4452d", "#8a8a8a")), xlab = "requests",
        main = "What came of what was asked for")
invisible(dev.off())

# Staffing over time: figures of now only.
now <- staffing[!is.na(staffing$low) & staffing$role == "current", ]
now <- merge(now, documents[, c("document", "body", "published")], by = "document")
print(head(now[order(now$metric, now$published), c("published", "body", "metric", "low", "high", "unit")], 10), row.names = FALSE)

# The records themselves, line by line, where the whole evidence is wanted.
records <- stream_in(pipe(paste("muster extract --quiet", shQuote(folder))), verbose = FALSE, simplifyVector = FALSE)
facts <- sum(vapply(records, function(record) length(record$staffing), 1L))
cat(length(records), "records,", facts, "facts about staff\n")
