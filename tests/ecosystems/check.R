# Reads exports as R's users do. `make check-r` makes the files and runs this; it needs R with sf and haven.
suppressPackageStartupMessages({
  library(haven)
  library(sf)
})

folder <- commandArgs(trailingOnly = TRUE)[1]
file <- function(name) file.path(folder, name)

csv <- read.csv(file("incidents.csv"), encoding = "UTF-8", na.strings = "", stringsAsFactors = FALSE)
acled <- read.csv(file("acled.csv"), encoding = "UTF-8", na.strings = "", stringsAsFactors = FALSE)
ged <- read.csv(file("ged.csv"), encoding = "UTF-8", na.strings = "", stringsAsFactors = FALSE)
stata <- read_dta(file("incidents.dta"))
geopackage <- st_read(file("incidents.gpkg"), quiet = TRUE)
geojson <- st_read(file("incidents.geojson"), quiet = TRUE)

located <- !is.na(csv$latitude)
points <- function(rows) {
  rows <- rows[!st_is_empty(rows), ]
  rows <- rows[order(rows$incident_id), ]
  unname(st_coordinates(rows))
}
expected <- csv[located, ][order(csv$incident_id[located]), ]

stopifnot(
  nrow(csv) > 0,
  # the same incidents and tolls in every format
  setequal(csv$incident_id, stata$incident_id),
  setequal(csv$incident_id, geopackage$incident_id),
  setequal(csv$incident_id, geojson$incident_id),
  sum(csv$killed, na.rm = TRUE) == sum(stata$killed, na.rm = TRUE),
  sum(csv$killed, na.rm = TRUE) == sum(geopackage$killed, na.rm = TRUE),
  sum(is.na(csv$killed)) == sum(is.na(stata$killed)),
  # days are days, codes are labelled, variables are explained
  inherits(stata$date_start, "Date"),
  all(sort(as.Date(csv$date_start)) == sort(stata$date_start)),
  inherits(stata$event_type, "haven_labelled"),
  nchar(attr(stata$killed, "label")) > 0,
  # points lie where they belong, in WGS 84
  st_crs(geopackage)$epsg == 4326,
  all.equal(points(geopackage), unname(as.matrix(expected[, c("longitude", "latitude")])), check.attributes = FALSE),
  all.equal(points(geojson), points(geopackage)),
  # layouts: their columns; ids that R holds exactly; sums and bounds
  ncol(acled) == 31,
  ncol(ged) == 49,
  all(ged$id == round(ged$id)), all(ged$id < 2^53), !anyDuplicated(ged$id),
  all(ged$low <= ged$best & ged$best <= ged$high),
  all(ged$deaths_a + ged$deaths_b + ged$deaths_civilians + ged$deaths_unknown == ged$best)
)
cat(
  nrow(csv), "incidents read alike from CSV, Stata, GeoPackage and GeoJSON;",
  nrow(acled), "rows of acled,", nrow(ged), "of ucdp-ged\n"
)
