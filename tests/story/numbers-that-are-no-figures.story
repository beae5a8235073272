# Years, dates, clock times, telephone numbers, numbers in names and codes, labels, "one" for a thing.
report northmere 2031-03-12T10:00Z
  On 5 May 2031 at 10:30 the Talvin 737 landed at gate 12. The office answers at 555-123-4567 and on 192.168.1.2. Paragraph 14 of the treaty of 1987 names the F-16. This one is the last. The Talvin 800 index fell. See www.example.org/page?id=77. The shots came one after the other; the men left one by one and helped one another.

expect no figure value=5
expect no figure value=2031
expect no figure value=10
expect no figure value=12
expect no figure value=14
expect no figure value=1987
expect no figure value=16
expect no figure value=1
expect no figure value=77
expect no figure value=555
expect no figure value=192
expect no figure value=800
