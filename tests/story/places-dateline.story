# Where a report was written, as newspapers set it, and their abbreviations.
report northmere 2031-03-12T10:00Z
  BELGRADE, 18 February. The bridge over the Danube was closed.
report pressgate 2031-03-12T10:00Z
  FARGO, N.D. -- The river rose on Monday. Schools in Moorhead, Minn., stayed shut.

expect place name="Belgrade" country=SRB "BELGRADE"
expect place precision=region name="Danube"
expect place name="Fargo" country=USA "FARGO"
expect place name="North Dakota" precision=admin "N.D."
expect place name="Moorhead" country=USA "Moorhead"
expect place name="Minnesota" "Minn."
